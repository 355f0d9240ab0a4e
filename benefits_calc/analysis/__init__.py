"""What results mean: comparisons over hours, thresholds, statuses, workings."""
