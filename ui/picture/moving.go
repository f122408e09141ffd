package picture

// movingWebP reports whether a WebP says in its header that it is an
// animation, which the decoder does not read.
func movingWebP(data []byte) bool {
	const animation = 1 << 1
	return len(data) > 20 && string(data[12:16]) == "VP8X" && data[20]&animation != 0
}

// movingGIF reports whether a GIF holds a second picture. It reads the blocks
// only (GIF89a, 20 to 26), not the pixels.
func movingGIF(data []byte) bool {
	const header, descriptor, image, extension = 13, 10, 0x2C, 0x21
	if len(data) < header {
		return false
	}
	at, pictures := header+paletteSize(data[10]), 0
	for at < len(data) {
		switch data[at] {
		case image:
			if pictures++; pictures > 1 {
				return true
			}
			if at+descriptor > len(data) {
				return false
			}
			at += descriptor + paletteSize(data[at+9]) + 1 // with the size of a code
		case extension:
			at += 2
		default:
			return false
		}
		for at < len(data) && data[at] != 0 { // sub-blocks, each with its length
			at += 1 + int(data[at])
		}
		at++
	}
	return false
}

// paletteSize is the length in bytes of the colour table that the flags of a
// GIF announce.
func paletteSize(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}
