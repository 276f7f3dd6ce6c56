"""What the site, forms and editors say in a language: GNU gettext, from the theme's .po files."""
