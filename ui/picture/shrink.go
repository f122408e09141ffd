package picture

import (
	"image"
	"image/draw"
)

// shrink makes a picture small enough for its sides to have at most detail
// pixels: each becomes the mean of a square of n×n. It takes n rows at a time,
// so that beside the decoded picture there is never a second large one.
func shrink(src image.Image, detail int) *image.RGBA {
	b := src.Bounds()
	n := max(1, (max(b.Dx(), b.Dy())+detail-1)/detail)
	small := image.NewRGBA(image.Rect(0, 0, max(1, b.Dx()/n), max(1, b.Dy()/n)))
	strip := image.NewRGBA(image.Rect(0, 0, b.Dx(), min(n, b.Dy())))
	sums := make([]uint32, 3*small.Rect.Dx())
	across := min(n, b.Dx())
	for y := range small.Rect.Dy() {
		draw.Draw(strip, strip.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(strip, strip.Rect, src, image.Pt(b.Min.X, b.Min.Y+y*n), draw.Over)
		clear(sums)
		for row := range strip.Rect.Dy() {
			pix := strip.Pix[row*strip.Stride:]
			for x := range small.Rect.Dx() {
				s := sums[3*x : 3*x+3 : 3*x+3]
				for range across {
					s[0] += uint32(pix[0])
					s[1] += uint32(pix[1])
					s[2] += uint32(pix[2])
					pix = pix[4:]
				}
			}
		}
		square := uint32(across * strip.Rect.Dy())
		out := small.Pix[y*small.Stride:]
		for x := range small.Rect.Dx() {
			for c := range 3 {
				out[4*x+c] = uint8((sums[3*x+c] + square/2) / square)
			}
			out[4*x+3] = 0xFF
		}
	}
	return small
}

// turn makes of the pixels of a file what is to be seen (Exif 2.32, tag
// 0x0112): orientations from 5 on lie on their side, and the even ones of the
// first four and the odd ones of the last are mirrored.
func turn(src *image.RGBA, orientation int) *image.RGBA {
	if orientation == 1 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		dst = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range dst.Rect.Dy() {
		for x := range dst.Rect.Dx() {
			var from image.Point
			switch orientation {
			case 2:
				from = image.Pt(w-1-x, y)
			case 3:
				from = image.Pt(w-1-x, h-1-y)
			case 4:
				from = image.Pt(x, h-1-y)
			case 5:
				from = image.Pt(y, x)
			case 6:
				from = image.Pt(y, h-1-x)
			case 7:
				from = image.Pt(w-1-y, h-1-x)
			case 8:
				from = image.Pt(w-1-y, x)
			default:
				from = image.Pt(x, y)
			}
			copy(dst.Pix[dst.PixOffset(x, y):][:4], src.Pix[src.PixOffset(from.X, from.Y):])
		}
	}
	return dst
}
