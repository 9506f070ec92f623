"""The literals of a JavaScript or TypeScript file, read without running anything."""
