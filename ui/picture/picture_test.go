package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"lifelog/ui/cell"
)

// The colours of the pictures in these tests.
var (
	red, green, blue = color.RGBA{255, 0, 0, 255}, color.RGBA{0, 255, 0, 255}, color.RGBA{0, 0, 255, 255}
	white, black     = color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}
)

// tiles makes a picture of squares in the colours of the rows given, each of
// size pixels: r, g, b, w, k and . for transparent.
func tiles(size int, rows ...string) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, size*len(rows[0]), size*len(rows)))
	colours := map[byte]color.Color{'r': red, 'g': green, 'b': blue, 'w': white, 'k': black, '.': color.Transparent}
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			m.Set(x, y, colours[rows[y/size][x/size]])
		}
	}
	return m
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// jpegOf encodes a picture with an orientation, 0 for none.
func jpegOf(t testing.TB, m image.Image, orientation int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	if orientation == 0 {
		return b.Bytes()
	}
	return withExif(b.Bytes(), exif(binary.BigEndian, orientation))
}

// withExif puts an APP1 segment into a JPEG.
func withExif(data, tiff []byte) []byte {
	body := append([]byte("Exif\x00\x00"), tiff...)
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, app1}, uint16(2+len(body)))
	return append(append(append([]byte{}, data[:2]...), append(segment, body...)...), data[2:]...)
}

// exif writes fields as a camera does: some others, then the orientation.
func exif(order interface {
	binary.ByteOrder
	binary.AppendByteOrder
}, orientation int) []byte {
	b := []byte("II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		b = []byte("MM\x00*")
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 2)
	for _, field := range [][2]uint16{{0x0103, 6}, {0x0112, uint16(orientation)}} {
		b = order.AppendUint16(b, field[0])
		b = order.AppendUint16(b, 3)
		b = order.AppendUint32(b, 1)
		b = order.AppendUint16(b, field[1])
		b = order.AppendUint16(b, 0)
	}
	return order.AppendUint32(b, 0)
}

// gifOf makes a GIF of pictures of one colour each.
func gifOf(t testing.TB, colours ...color.Color) []byte {
	t.Helper()
	var g gif.GIF
	for _, c := range colours {
		g.Image = append(g.Image, image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{c, black}))
		g.Delay = append(g.Delay, 10)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// webpOf is a WebP of one pixel.
func webpOf(t testing.TB) []byte {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// shown tells the colours of a picture, a letter for each tile of size pixels.
func shown(p *Picture, size int) string {
	var rows []string
	for y := size / 2; y < p.pixels.Rect.Dy(); y += size {
		row := ""
		for x := size / 2; x < p.pixels.Rect.Dx(); x += size {
			row += letter(p.pixels.RGBAAt(x, y))
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, " ")
}

func letter(c color.RGBA) string {
	const full, none = 200, 50
	switch {
	case c.R > full && c.G > full && c.B > full:
		return "w"
	case c.R > full && c.G < none && c.B < none:
		return "r"
	case c.G > full && c.R < none && c.B < none:
		return "g"
	case c.B > full && c.R < none && c.G < none:
		return "b"
	case c.R < none && c.G < none && c.B < none:
		return "k"
	}
	return "?"
}

func TestDecode(t *testing.T) {
	colours := tiles(16, "rg", "bw")
	grey := image.NewGray16(image.Rect(0, 0, 32, 16))
	for x := range 16 {
		for y := range 16 {
			grey.SetGray16(x, y, color.Gray16{Y: 0xFFFF})
		}
	}
	for _, test := range []struct {
		name string
		data []byte
		size int // of a tile
		want string
		w, h int
	}{
		{"png", pngOf(t, colours), 16, "rg bw", 32, 32},
		{"transparent png", pngOf(t, tiles(16, "r.", ".k")), 16, "rw wk", 32, 32},
		{"16 bits", pngOf(t, grey), 16, "wk", 32, 16},
		{"jpeg", jpegOf(t, colours, 0), 16, "rg bw", 32, 32},
		{"gif", gifOf(t, red), 4, "r", 4, 4},
		{"webp", webpOf(t), 1, "w", 1, 1},
	} {
		p, err := Decode(test.data, 1000)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if w, h, err := Size(test.data); err != nil || w != test.w || h != test.h {
			t.Errorf("%s: Size is %d×%d (%v)", test.name, w, h, err)
		}
		if got := shown(p, test.size); got != test.want || p.Width != test.w || p.Height != test.h || p.Moving {
			t.Errorf("%s: %q, %d×%d, moving %v; want %q, %d×%d", test.name, got, p.Width, p.Height, p.Moving, test.want, test.w, test.h)
		}
	}
}

// The letters say where the corners of the file come to stand.
func TestOrientation(t *testing.T) {
	file := tiles(16, "rgg", "bww")
	for orientation, want := range []string{
		0: "rgg bww", 1: "rgg bww", 2: "ggr wwb", 3: "wwb ggr", 4: "bww rgg",
		5: "rb gw gw", 6: "br wg wg", 7: "wg wg br", 8: "gw gw rb", 9: "rgg bww",
	} {
		p, err := Decode(jpegOf(t, file, orientation), 1000)
		if err != nil {
			t.Fatal(err)
		}
		if got := shown(p, 16); got != want {
			t.Errorf("orientation %d: %q, want %q", orientation, got, want)
		}
		if w, h, err := Size(jpegOf(t, file, orientation)); err != nil || w != p.Width || h != p.Height {
			t.Errorf("orientation %d: Size is %d×%d (%v)", orientation, w, h, err)
		}
		if side := orientation >= 5 && orientation <= 8; (p.Width == 32) != side || (p.Height == 48) != side {
			t.Errorf("orientation %d: %d×%d", orientation, p.Width, p.Height)
		}
	}
	if got := tiffOrientation(exif(binary.LittleEndian, 7)); got != 7 {
		t.Errorf("little-endian: %d, want 7", got)
	}
}

// bomb is the header of a PNG of a size that nobody has.
func bomb(w, h uint32) []byte {
	chunk := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	chunk = append(binary.BigEndian.AppendUint32(chunk, h), 8, 6, 0, 0, 0)
	data := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), chunk...)
	return binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(chunk))
}

func TestFaults(t *testing.T) {
	photo := jpegOf(t, tiles(16, "rg"), 0)
	moving := append([]byte("RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02"), make([]byte, 20)...)
	for _, test := range []struct {
		name string
		data []byte
		want Fault
	}{
		{"nothing", nil, NoKind},
		{"text", []byte("# Notes\n"), NoKind},
		{"heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), Encoded},
		{"avif", []byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00"), Encoded},
		{"3.6 gigapixels", bomb(60000, 60000), TooLarge},
		{"a line of 268 megapixels", bomb(1<<28, 1), TooLarge},
		{"100 megapixels and one", bomb(maxPixels+1, 1), TooLarge},
		{"more memory than is given", bomb(10000, 9000), TooLarge},
		{"no size", bomb(0, 5), Broken},
		{"a header and nothing else", bomb(50, 50), Broken},
		{"a piece of a photo", photo[:len(photo)*2/3], Broken},
		{"a piece of a header", photo[:20], Broken},
		{"webp without pixels", []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), Broken},
		{"webp that moves", moving, Animated},
	} {
		_, err := Decode(test.data, 100)
		var fault *Error
		if !errors.As(err, &fault) || fault.Fault != test.want {
			t.Errorf("%s: %v, want fault %d", test.name, err, test.want)
		}
	}
}

func TestNeed(t *testing.T) {
	progressive := jpegOf(t, tiles(16, "rg"), 0)
	at := bytes.Index(progressive, []byte{0xFF, sof0})
	progressive[at+1] = sof0 + 2
	for _, test := range []struct {
		name  string
		kind  string
		data  []byte
		model color.Model
		want  int64 // for 1000 pixels
	}{
		{"jpeg, colours for every fourth pixel", "jpg", jpegOf(t, tiles(16, "rg"), 0), nil, 1500},
		{"jpeg in several passes", "jpg", progressive, nil, 7500},
		{"grey jpeg", "jpg", jpegOf(t, image.NewGray(image.Rect(0, 0, 8, 8)), 0), nil, 1000},
		{"jpeg without a frame", "jpg", []byte("\xff\xd8"), nil, 15000},
		{"png", "png", nil, color.NRGBAModel, 4000},
		{"png of 16 bits", "png", nil, color.NRGBA64Model, 8000},
		{"grey png", "png", nil, color.GrayModel, 1000},
		{"grey png of 16 bits", "png", nil, color.Gray16Model, 2000},
		{"png with a palette", "png", nil, color.Palette{red}, 1000},
		{"gif", "gif", nil, color.Palette{red}, 1000},
		{"webp", "webp", nil, color.YCbCrModel, 4000},
	} {
		if got := need(test.kind, test.data, image.Config{ColorModel: test.model, Width: 50, Height: 20}); got != test.want {
			t.Errorf("%s: %d bytes, want %d", test.name, got, test.want)
		}
	}
}

func TestMoving(t *testing.T) {
	for _, test := range []struct {
		name string
		data []byte
		want bool
	}{
		{"one", gifOf(t, red), false},
		{"two", gifOf(t, red, green), true},
		{"three", gifOf(t, red, green, blue), true},
	} {
		p, err := Decode(test.data, 100)
		if err != nil {
			t.Fatal(err)
		}
		if p.Moving != test.want || shown(p, 4) != "r" {
			t.Errorf("%s: moving %v, shown %q", test.name, p.Moving, shown(p, 4))
		}
	}
	two := gifOf(t, red, green)
	for n := range two { // cut anywhere, it only must not be taken for more than it is
		if movingGIF(two[:n]) && n < len(two)/2 {
			t.Errorf("the first %d bytes of %d are said to move", n, len(two))
		}
	}
}

// A picture becomes small by whole squares, and no more than asked for.
func TestShrink(t *testing.T) {
	for _, test := range []struct{ w, h, detail, wantW, wantH int }{
		{100, 50, 100, 100, 50},
		{100, 50, 99, 50, 25},
		{1001, 10, 100, 91, 1},
		{1, 5000, 10, 1, 10},
		{7, 7, 1, 1, 1},
	} {
		m := shrink(image.NewGray(image.Rect(0, 0, test.w, test.h)), test.detail)
		if m.Rect.Dx() != test.wantW || m.Rect.Dy() != test.wantH {
			t.Errorf("%d×%d to %d: %v, want %d×%d", test.w, test.h, test.detail, m.Rect, test.wantW, test.wantH)
		}
	}
	mixed := shrink(tiles(1, "wk", "kw"), 1)
	if c := mixed.RGBAAt(0, 0); c != (color.RGBA{128, 128, 128, 255}) {
		t.Errorf("the mean of black and white is %v", c)
	}
	shifted := tiles(2, "rg", "bw").SubImage(image.Rect(2, 2, 4, 4)) // its corner is not at 0, 0
	if c := shrink(shifted, 1).RGBAAt(0, 0); c != white {
		t.Errorf("the lower right quarter is %v", c)
	}
}

// Whatever is drawn is text with colours: the list of what may reach the
// terminal leaves it as it is.
func wantText(t *testing.T, lines []cell.Styled) {
	t.Helper()
	for _, line := range lines {
		if got := cell.Parse(line.String()).String(); got != line.String() || cell.CleanLine(line.Text) != line.Text {
			t.Errorf("not only text with colours: %q", line.String())
		}
	}
}

func FuzzOrientation(f *testing.F) {
	f.Add(exif(binary.BigEndian, 6))
	f.Add(exif(binary.LittleEndian, 3))
	f.Add([]byte("MM\x00*\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, tiff []byte) {
		if o := tiffOrientation(tiff); o < 1 || o > 8 {
			t.Errorf("orientation %d", o)
		}
		if len(tiff) < 1<<15 {
			if got, want := orientation(withExif([]byte("\xff\xd8\xff\xd9"), tiff)), tiffOrientation(tiff); got != want {
				t.Errorf("in a JPEG it is %d, alone %d", got, want)
			}
		}
		if o := orientation(tiff); o < 1 || o > 8 {
			t.Errorf("orientation %d", o)
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add(pngOf(f, tiles(2, "rg", "bw")))
	f.Add(jpegOf(f, tiles(8, "rg"), 6))
	f.Add(gifOf(f, red, green))
	f.Add(webpOf(f))
	f.Add(bomb(60000, 60000))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 1<<18 {
			return // large ones only take long
		}
		p, err := Decode(data, 20)
		if err != nil {
			return
		}
		if w, h := p.pixels.Rect.Dx(), p.pixels.Rect.Dy(); w < 1 || h < 1 || w > 20 || h > 20 {
			t.Errorf("%d×%d pixels", w, h)
		}
		if lines := p.Blocks(7, 5); len(lines) < 1 || len(lines) > 5 {
			t.Errorf("%d lines", len(lines))
		}
	})
}
