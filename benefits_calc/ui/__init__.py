"""The app in the browser: pages of Streamlit over the same results as everything else."""
