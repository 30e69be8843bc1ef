"""The doors of the house: each parses what it is asked, calls the desk, and shows the answer; none decides anything."""
