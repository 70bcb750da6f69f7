"""What Teams is called, apart from all that talks to it: who only names it loads no SDK."""

CHANNEL = "teams"
