# Convenience only: README.md has the same commands for machines without make.
.PHONY: app test browser ci

app test browser:
	sh -c "$$(python3 .ci/readme_command.py $@)"

ci:
	.ci/run
