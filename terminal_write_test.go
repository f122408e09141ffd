//go:build unix

package main

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// narrow is how wide a terminal is in which rows of text have 20 cells.
const narrow = 25

// desk is a terminal with today's entry open for writing.
type desk struct {
	*terminal
	left, top int // the cell of the first character
}

// compose opens today's entry, which is empty yet, for writing.
func compose(t *testing.T, width, height int, env ...string) desk {
	t.Helper()
	x := start(t, width, height, env...)
	x.sees("今日")
	x.asked()
	x.key("Enter")
	s := x.until("an empty page", func(s screen) bool {
		return s.has("0文字") && s.cursor && s.rows[s.y] == ""
	})
	return desk{x, s.x, s.y}
}

// text returns the rows of text on a screen, without the margin and without
// the empty rows below.
func (d desk) text(s screen) string {
	var rows []string
	for _, row := range s.rows[d.top : len(s.rows)-2] {
		rows = append(rows, strings.TrimPrefix(row, strings.Repeat(" ", d.left)))
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n")
}

// shows waits for the rows of text to be these, with the caret in a cell of
// them.
func (d desk) shows(rows string, x, y int) {
	d.t.Helper()
	d.until(rows, func(s screen) bool {
		return d.text(s) == rows && s.cursor && s.x == d.left+x && s.y == d.top+y
	})
}

// saved saves and waits for the file to hold a text.
func (d desk) saved(text string) {
	d.t.Helper()
	d.key("C-s")
	d.entry(text)
}

func TestTerminalWriting(t *testing.T) {
	for _, test := range []struct {
		name  string
		typed string
		keys  string
		rows  string // what is then on the screen
		x, y  int    // the caret in it
		file  string // what is then in the file
	}{
		{"commit", "日本語", "", "日本語", 6, 0, "日本語"},
		{"backspace", "日本語", "BSpace", "日本", 4, 0, "日本"},
		{"backspace at the start", "日本語", "BSpace BSpace BSpace BSpace x", "x", 1, 0, "x"},
		{"insert between", "日本語", "Left Left X", "日X本語", 3, 0, "日X本語"},
		{"family", "👨‍👩‍👧a", "Left Left Delete", "a", 0, 0, "a"},
		{"decomposed", "か\u3099く", "BSpace BSpace x", "x", 1, 0, "x"},
		{"wide space", "あ　い", "", "あ　い", 6, 0, "あ　い"},
		{"stop stays up", "あいうえおかきくけこ。さしすせそ", "", "あいうえおかきくけ\nこ。さしすせそ", 14, 1, "あいうえおかきくけこ。さしすせそ"},
		{"bracket goes down", "あいうえおかきくけ「こさしすせそ」", "", "あいうえおかきくけ\n「こさしすせそ」", 16, 1, "あいうえおかきくけ「こさしすせそ」"},
		{"words stay whole", "朝からKernel Workshop at 10:30に参加した", "", "朝からKernel\nWorkshop at 10:30に\n参加した", 8, 2, "朝からKernel Workshop at 10:30に参加した"},
		{"home", "あいうえおかきくけこさしすせそ", "Home", "あいうえおかきくけこ\nさしすせそ", 0, 1, "あいうえおかきくけこさしすせそ"},
		{"home twice", "あいうえおかきくけこさしすせそ", "Home Home x", "xあいうえおかきくけ\nこさしすせそ", 1, 0, "xあいうえおかきくけこさしすせそ"},
		{"end", "あいうえおかきくけこさしすせそ", "Home Home End", "あいうえおかきくけこ\nさしすせそ", 20, 0, "あいうえおかきくけこさしすせそ"},
		{"end twice", "あいうえおかきくけこさしすせそ", "Home Home End End", "あいうえおかきくけこ\nさしすせそ", 10, 1, "あいうえおかきくけこさしすせそ"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := compose(t, narrow, 20)
			d.typ(test.typed)
			if test.keys != "" {
				d.key(strings.Fields(test.keys)...)
			}
			d.shows(test.rows, test.x, test.y)
			d.saved(test.file)
		})
	}
}

// TestTerminalOddWidth: a cell is left when only wide characters are there.
func TestTerminalOddWidth(t *testing.T) {
	d := compose(t, narrow+1, 20)
	d.typ(strings.Repeat("山", 25))
	ten := strings.Repeat("山", 10)
	d.shows(ten+"\n"+ten+"\n"+ten[:15], 10, 2)
}

// TestTerminalEmoji: the caret stands where the terminal itself has drawn the
// text to, which differs between terminals.
func TestTerminalEmoji(t *testing.T) {
	d := compose(t, 80, 24)
	const below = "下の行"
	for _, text := range []string{"❤️と", "👨‍👩‍👧は", "👍🏽な", "🇯🇵の", "ﾊﾟﾊﾞの", "か\u3099ぎ"} {
		d.key("C-a", "BSpace")
		d.shows("", 0, 0)
		d.typ(text + below)
		d.key("Left", "Left", "Left")
		width := d.drawn(text)
		d.until(text, func(s screen) bool {
			return strings.HasSuffix(s.rows[d.top], below) && s.x == d.left+width && s.y == d.top
		})
		d.key("Enter")
		s := d.at(d.left, d.top+1)
		if got := strings.TrimLeft(s.rows[d.top+1], " "); got != below {
			t.Errorf("below %s stands %q", text, got)
		}
		d.saved(text + "\n" + below)
	}
}

// TestTerminalJoinedEmoji: a row is seen whole also where the terminal draws it
// in fewer cells than the renderer believes.
func TestTerminalJoinedEmoji(t *testing.T) {
	d := compose(t, 80, 24)
	text := strings.Repeat("👨‍👩‍👧", 45) + "途中" + strings.Repeat("👍🏽", 10) + "終わり"
	d.paste(text)
	d.until("every one of them", func(s screen) bool { return strings.ReplaceAll(d.text(s), "\n", "") == text })
}

// TestTerminalWords: Ctrl with an arrow stops where the script changes.
func TestTerminalWords(t *testing.T) {
	d := compose(t, 80, 24)
	d.typ("東京タワーからBig Ben見物")
	d.key("C-Home")
	d.at(d.left, d.top)
	for _, stop := range []int{4, 10, 14, 17, 21, 25} {
		d.key("C-Right")
		d.at(d.left+stop, d.top)
	}
	for _, stop := range []int{21, 18, 14, 10, 4, 0} {
		d.key("C-Left")
		d.at(d.left+stop, d.top)
	}
}

// TestTerminalLineBreaks: at every width of the window no row begins or ends
// with what may not, and the rows are the text.
func TestTerminalLineBreaks(t *testing.T) {
	const never, last = "、。」』）ーっゃッャ！？", "「『（"
	text := longText(600)
	d := compose(t, 100, 60)
	d.paste(text)
	for width := 100; width >= 40; width -= 5 {
		d.tmux("resize-window", "-x", strconv.Itoa(width))
		var rows []string
		d.until("the whole text", func(s screen) bool {
			rows = rows[:0]
			for _, row := range s.rows[d.top : len(s.rows)-2] {
				rows = append(rows, strings.TrimSpace(row))
			}
			return strings.ReplaceAll(strings.Join(rows, ""), " ", "") == strings.ReplaceAll(text, " ", "")
		})
		for _, row := range rows {
			first, _ := utf8.DecodeRuneInString(row)
			end, _ := utf8.DecodeLastRuneInString(row)
			if row != "" && (strings.ContainsRune(never, first) || strings.ContainsRune(last, end)) {
				t.Errorf("in %d columns: %q", width, row)
			}
		}
	}
}

// sentences make up long texts. They have what is hard to break well: brackets,
// stops, small kana, long vowels, Latin words and numbers.
var sentences = []string{
	"朝の散歩で川沿いの道を歩いた。",
	"「今日はずっと晴れるらしいよ」と隣のおばあさんが言った。",
	"ちょっと寄ったパン屋のクロワッサンが、びっくりするほどおいしかった！",
	"昼からはserverの設定を直して、testを128回ほど走らせた。",
	"（結局、原因はcacheの消し忘れだった……）",
	"『夜行列車』という本を読みはじめた。",
	"明日の予定はどうしようか？まだ決めていない。",
	"コーヒーを淹れて、ノートに「やること」を3つだけ書いた。",
	"ニュースによると、ロープウェーが10年ぶりに動きだしたそうだ。",
	"猫がキーボードの上で寝てしまったので、今日はここまで。",
}

// longText is a paragraph of so many characters, always the same one.
func longText(characters int) string {
	rng := rand.New(rand.NewPCG(20220502, 0))
	var text []rune
	for len(text) < characters {
		text = append(text, []rune(sentences[rng.IntN(len(sentences))])...)
	}
	return string(text[:characters])
}
