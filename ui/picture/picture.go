// Package picture makes of the bytes of a picture what a terminal can show:
// rows of half blocks in two colours each, or, where the terminal knows kitty's
// graphics, rows of placeholders for the pixels themselves. Both are text, so
// they scroll, are cut off and are covered like any other.
//
// Files are not trusted: what a picture would take is worked out from its
// header before it is decoded, and one that would take too much is refused.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"

	"lifelog/journal"
)

// Limits of what is decoded.
const (
	maxPixels = 100_000_000
	maxMemory = 256 << 20 // bytes that the decoder may need
)

// Picture is a decoded picture, as it is to be seen, made small.
type Picture struct {
	Width, Height int  // pixels of the file, as it is to be seen
	Moving        bool // it is the first of several that make an animation

	pixels *image.RGBA
}

// Fault is why a picture cannot be drawn.
type Fault uint8

// The faults.
const (
	Broken   Fault = iota // its bytes cannot be read
	NoKind                // it is no picture, or of a kind that is not known
	Encoded               // HEIC or AVIF, which need a video decoder
	TooLarge              // it has too many pixels
	Animated              // an animation of which no single picture can be had
)

// Error is what Decode returns for a picture that cannot be drawn.
type Error struct {
	Fault         Fault
	Kind          string // as journal.PictureKind calls it
	Width, Height int    // pixels; 0 where they are not known
	Err           error  // what the decoder said, if anything
}

func (e *Error) Error() string {
	what := [...]string{"is broken", "is no picture of a kind that is known", "is of a kind that is not read", "has too many pixels",
		"is an animation"}[e.Fault]
	if e.Err != nil {
		return fmt.Sprintf("%s picture %s: %v", e.Kind, what, e.Err)
	}
	return fmt.Sprintf("%s picture %s", e.Kind, what)
}

func (e *Error) Unwrap() error { return e.Err }

// decoder reads one kind of picture.
type decoder struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var decoders = map[string]decoder{
	"jpg":  {jpeg.DecodeConfig, jpeg.Decode},
	"png":  {png.DecodeConfig, png.Decode},
	"gif":  {gif.DecodeConfig, gif.Decode}, // the first picture
	"webp": {webp.DecodeConfig, webp.Decode},
}

// Size returns the pixels of the picture in a file, as it is to be seen,
// without decoding it. Errors are those of Decode, as far as they can be told.
func Size(data []byte) (width, height int, err error) {
	_, c, err := check(data)
	if err != nil {
		return 0, 0, err
	}
	if lies(data) {
		return c.Height, c.Width, nil
	}
	return c.Width, c.Height, nil
}

// lies reports whether a picture is on its side in the file.
func lies(data []byte) bool { return journal.PictureKind(data) == "jpg" && orientation(data) >= 5 }

// check reads the header of a picture and refuses what cannot be decoded.
func check(data []byte) (d decoder, c image.Config, err error) {
	defer stopped(data, &err)
	kind := journal.PictureKind(data)
	fail := func(f Fault, err error) (decoder, image.Config, error) {
		return decoder{}, c, &Error{Fault: f, Kind: kind, Width: c.Width, Height: c.Height, Err: err}
	}
	d, known := decoders[kind]
	switch {
	case kind == "":
		return fail(NoKind, nil)
	case !known:
		return fail(Encoded, nil)
	case kind == "webp" && movingWebP(data):
		return fail(Animated, nil)
	}
	c, err = d.config(bytes.NewReader(data))
	switch {
	case err != nil:
		return fail(Broken, err)
	case c.Width <= 0 || c.Height <= 0:
		return fail(Broken, nil)
	case c.Width > maxPixels/c.Height || need(kind, data, c) > maxMemory:
		return fail(TooLarge, nil)
	}
	return d, c, nil
}

// stopped makes an error of a decoder that did not expect some bytes.
func stopped(data []byte, err *error) {
	if r := recover(); r != nil {
		*err = &Error{Fault: Broken, Kind: journal.PictureKind(data), Err: fmt.Errorf("the decoder stopped: %v", r)}
	}
}

// Decode reads the file of a picture and shrinks it until neither side is
// longer than detail pixels; a smaller one keeps its size. What is transparent
// becomes white. Errors are *Error.
func Decode(data []byte, detail int) (p *Picture, err error) {
	defer stopped(data, &err)
	d, c, err := check(data)
	if err != nil {
		return nil, err
	}
	decoded, err := d.decode(bytes.NewReader(data))
	if err != nil {
		return nil, &Error{Fault: Broken, Kind: journal.PictureKind(data), Width: c.Width, Height: c.Height, Err: err}
	}
	p = &Picture{Width: c.Width, Height: c.Height, pixels: shrink(decoded, max(1, detail))}
	switch journal.PictureKind(data) {
	case "jpg":
		p.pixels = turn(p.pixels, orientation(data))
		if lies(data) {
			p.Width, p.Height = p.Height, p.Width
		}
	case "gif":
		p.Moving = movingGIF(data)
	}
	return p, nil
}

// need is how many bytes the decoder of a kind takes for a picture, about.
func need(kind string, data []byte, c image.Config) int64 {
	pixels := int64(c.Width) * int64(c.Height)
	switch kind {
	case "jpg":
		return int64(float64(pixels) * bytesPerPixel(data))
	case "gif":
		return pixels
	case "webp":
		return 4 * pixels
	}
	switch c.ColorModel {
	case color.GrayModel:
		return pixels
	case color.Gray16Model:
		return 2 * pixels
	case color.RGBA64Model, color.NRGBA64Model:
		return 8 * pixels
	}
	if _, ok := c.ColorModel.(color.Palette); ok {
		return pixels
	}
	return 4 * pixels
}
