package text

import (
	"strings"
	"testing"
)

// diary returns about a megabyte of text in 13,000 lines.
func diary() string {
	return strings.Repeat("朝は散歩。PyCon US 2022の話をした。ﾊﾟｿｺﾝ and a few words.\r\n", 13_000)
}

func BenchmarkNew1MB(b *testing.B) {
	s := diary()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		New(s)
	}
}

func BenchmarkReplaceCharacter1MB(b *testing.B) {
	buffer := New(diary())
	e := Edit{Span{Pos{6500, 3}, Pos{6500, 6}}, "夜"}
	for b.Loop() {
		e = buffer.Replace(e)
	}
}

func BenchmarkTypeNewline1MB(b *testing.B) {
	buffer := New(diary())
	e := Edit{Span{Pos{6500, 3}, Pos{6500, 3}}, "\r\n"}
	for b.Loop() {
		e = buffer.Replace(e)
	}
}

func BenchmarkReplaceInOneLineOf1MB(b *testing.B) {
	buffer := New(strings.ReplaceAll(diary(), "\r\n", ""))
	e := Edit{Span{Pos{0, 600_000}, Pos{0, 600_000}}, "夜"}
	for b.Loop() {
		e = buffer.Replace(e)
	}
}

func BenchmarkPaste1MB(b *testing.B) {
	buffer := New("above\nbelow")
	paste := diary()
	b.SetBytes(int64(len(paste)))
	for b.Loop() {
		inverse := buffer.Replace(Edit{Span{Pos{0, 5}, Pos{0, 5}}, buffer.Typed(0, paste)})
		b.StopTimer()
		buffer.Replace(inverse)
		b.StartTimer()
	}
}

func BenchmarkSnapshot1MB(b *testing.B) {
	buffer := New(diary())
	for b.Loop() {
		buffer.Snapshot()
	}
}

func BenchmarkString1MB(b *testing.B) {
	buffer := New(diary())
	for b.Loop() {
		_ = buffer.String()
	}
}

func BenchmarkOffset1MB(b *testing.B) {
	buffer := New(diary())
	for b.Loop() {
		buffer.Offset(Pos{12_999, 3})
	}
}

func BenchmarkMoveInOneLineOf1MB(b *testing.B) {
	buffer := New(strings.ReplaceAll(diary(), "\r\n", ""))
	p := Clamp(buffer, Pos{0, 600_000})
	for name, move := range map[string]func(*Buffer, Pos) Pos{
		"Left": Left, "Right": Right, "WordLeft": WordLeft, "WordRight": WordRight, "Clamp": Clamp,
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				move(buffer, p)
			}
		})
	}
}

func BenchmarkLongestWord(b *testing.B) {
	buffer := New("ひ" + strings.Repeat("ー", 300_000))
	for b.Loop() {
		WordLeft(buffer, buffer.End())
	}
}

func BenchmarkReload1MB(b *testing.B) {
	old := diary()
	buffer := New(old)
	now := "new first line\n" + old[:len(old)/2] + old[len(old)/2+42:] + "new last line\n"
	for b.Loop() {
		e := ReplaceAll(buffer, now)
		Shift(buffer, Pos{6500, 3}, e)
	}
}

func BenchmarkEnter1MB(b *testing.B) {
	buffer := New(diary() + "- a\n  - b")
	for b.Loop() {
		Enter(buffer, Span{buffer.End(), buffer.End()})
	}
}

func BenchmarkFind1MB(b *testing.B) {
	buffer := New(diary())
	match := func(line string) [][2]int {
		if i := strings.Index(line, "散歩"); i >= 0 {
			return [][2]int{{i, i + len("散歩")}}
		}
		return nil
	}
	for b.Loop() {
		if len(Find(buffer, match)) != 13_000 {
			b.Fatal("not all found")
		}
	}
}

func BenchmarkCount(b *testing.B) {
	for name, s := range map[string]string{
		"ASCII":    strings.Repeat("The quick brown fox, 3 times a day, doesn't jump.\n", 20_000),
		"Japanese": strings.Repeat("前回の会議で発表した内容について、もう少し詳しく書いておく。\n", 11_000),
		"joined":   strings.Repeat("か\u3099👨\u200d👩\u200d👧❤\ufe0f e\u0301\n", 20_000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Count(s)
			}
		})
	}
}
