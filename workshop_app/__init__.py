"""Workshop App: run a monitoring workshop at a customer's site, offline."""
