"""ossf-scorecard."""
