"""The pages of joining. The first is only read; the others are for one person alone and kept by nobody on the way."""
