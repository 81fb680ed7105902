"""Articles in order: how lists are parted and filed, the list of titles, the timeline, the chart of years."""
