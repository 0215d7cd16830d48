"""What every site of ours in a browser shares, whoever it is for: the participants' chat and the staff's console."""
