package picture

import (
	"image"
	"testing"
)

// photo is a picture of so many pixels with as much detail as one has.
func photo(w, h int) image.Image {
	m := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio420)
	noise := uint32(1)
	for i := range m.Y {
		noise = noise*1664525 + 1013904223
		m.Y[i] = uint8(i/w*255/h)/2 + uint8(i%w*255/w)/4 + uint8(noise>>28)
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = uint8(i*3/w), uint8(255-i*2/w)
	}
	return m
}

func BenchmarkDecode(b *testing.B) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"2MP", 1600, 1200}, {"24MP", 6000, 4000}} {
		data := jpegOf(b, photo(size.w, size.h), 6)
		b.Run("jpeg/"+size.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Decode(data, 512); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDraw(b *testing.B) {
	p := pictureOf(photo(512, 384))
	b.Run("blocks", func(b *testing.B) {
		for b.Loop() {
			p.Blocks(76, 16)
		}
	})
	b.Run("graphics", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := p.Graphics(FirstID, 76, 16); err != nil {
				b.Fatal(err)
			}
		}
	})
}
