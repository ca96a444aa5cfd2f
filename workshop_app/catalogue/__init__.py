"""The catalogue: data files, one per solution, checked and loaded into domain solutions."""
