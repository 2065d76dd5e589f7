"""Program + catalog -> uses: which model word is at work where, by abstract interpretation over the skeletons."""
