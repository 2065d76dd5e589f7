"""Which releases of libraries lie in the folders with installed packages, and which ones the project asks for."""
