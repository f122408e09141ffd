package picture

import (
	"bytes"
	"encoding/binary"
	"iter"
)

// Markers of JPEG (ITU-T T.81, table B.1), without their byte 0xFF.
const (
	sof0 = 0xC0 // baseline; the other frames follow up to sof15
	dht  = 0xC4 // three of the numbers in between are no frames
	jpg  = 0xC8
	dac  = 0xCC
	soi  = 0xD8
	eoi  = 0xD9
	sos  = 0xDA
	app1 = 0xE1
)

// segments yields the marker segments of a JPEG before its pixels.
func segments(data []byte) iter.Seq2[byte, []byte] {
	return func(yield func(byte, []byte) bool) {
		for at := 2; at+4 <= len(data); {
			if data[at] != 0xFF {
				return
			}
			marker := data[at+1]
			if marker == 0xFF { // filling
				at++
				continue
			}
			if marker == sos || marker == eoi {
				return
			}
			size := int(binary.BigEndian.Uint16(data[at+2:]))
			if size < 2 || at+2+size > len(data) || !yield(marker, data[at+4:at+2+size]) {
				return
			}
			at += 2 + size
		}
	}
}

// bytesPerPixel is what the standard library's decoder takes for a JPEG: a
// byte for each sample, and where the picture comes in several passes, four
// more for each.
func bytesPerPixel(data []byte) float64 {
	for marker, body := range segments(data) {
		if marker < sof0 || marker > sof0+15 || marker == dht || marker == jpg || marker == dac {
			continue
		}
		samples, most := 0, 1
		if len(body) < 6 || len(body) < 6+3*int(body[5]) {
			break
		}
		for i := range int(body[5]) { // each component: its name, how often it is sampled, a table
			n := int(body[7+3*i]>>4) * int(body[7+3*i]&0xF)
			samples += n
			most = max(most, n)
		}
		each := float64(samples) / float64(most)
		if marker == sof0 || marker == sof0+1 {
			return each
		}
		return 5 * each
	}
	return 15 // as much as any
}

// orientation is how a JPEG is to be turned, as the camera says in the field
// of that name (Exif 2.32, tag 0x0112), from 1 to 8; 1, as it is, where
// nothing is said.
func orientation(data []byte) int {
	for marker, body := range segments(data) {
		if tiff, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && marker == app1 {
			return tiffOrientation(tiff)
		}
	}
	return 1
}

// tiffOrientation looks through the first directory of fields (TIFF 6.0).
func tiffOrientation(tiff []byte) int {
	const tag, short = 0x0112, 3
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
	default:
		return 1
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	fields := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(fields) < 12 {
			return 1
		}
		if order.Uint16(fields) == tag && order.Uint16(fields[2:]) == short {
			if o := int(order.Uint16(fields[8:])); o >= 1 && o <= 8 {
				return o
			}
			return 1
		}
		fields = fields[12:]
	}
	return 1
}
