"""The maps: coastlines, projections, what of the world a map shows, and where its names stand."""
