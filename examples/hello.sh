# Run by examples/scripts.yaml.
for name in "$@"; do
  echo "$GREETING, $name"
done
