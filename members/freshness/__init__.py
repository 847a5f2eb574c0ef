"""„Вярно ли е още?“: every half year the editors of an organisation look through its profile and say that it holds."""
