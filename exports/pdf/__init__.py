"""PDF documents: blocks are laid out without a PDF library, then drawn with ReportLab."""
