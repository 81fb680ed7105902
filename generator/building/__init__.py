"""Every file of the site is made of the linked archive; what has not changed is kept."""
