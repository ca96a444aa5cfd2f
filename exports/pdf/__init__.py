"""PDF documents: pure layout by blocks, drawn at the end with ReportLab."""
