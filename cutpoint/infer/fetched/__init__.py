"""What has been fetched before a line is reached, by whichever way: from the syntax of bodies and the calls between frames."""
