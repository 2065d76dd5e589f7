"""easy-thumbnails."""
