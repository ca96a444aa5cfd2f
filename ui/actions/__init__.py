"""Everything a user can do, declared once as data, by place; pages bind the actions."""
