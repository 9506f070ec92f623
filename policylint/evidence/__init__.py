"""What browsers saw: files and captures read into observations, and paired with an inventory."""
