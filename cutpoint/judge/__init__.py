"""Analysis + services + what was accepted → findings and the verdict on them."""
