"""Which provisions describe a flow: its goods, direction, way of travel and date. Never whether a law was broken."""
