"""What library functions give: one file per library."""
