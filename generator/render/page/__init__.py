"""What every page is made with: its maker, the values that all templates get, dates, directions, openings."""
