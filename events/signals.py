from django.dispatch import Signal

state_changed = Signal()
"""An event is moved, cancelled or announced again, inside the transaction: everybody registered is to be told.
`event` as it stands now."""
