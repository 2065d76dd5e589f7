"""Django templates -> the skeleton of what they look up."""
