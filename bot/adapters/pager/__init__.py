"""The pager of the staff: an address that calls people when it is posted to."""
