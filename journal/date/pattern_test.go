package date

import (
	"maps"
	"slices"
	"testing"
)

func TestPattern(t *testing.T) {
	for _, c := range []struct {
		pattern pattern
		text    string
		want    numbers // nil: no match
	}{
		{"", "", numbers{}},
		{"", "x", nil},
		{"月.", "月.", numbers{}},
		{"月", "日", nil},
		{"[-月]x?", "月", numbers{}},
		{"[-月]x?", "-x", numbers{}},
		{"[-月]x?", "x", nil},
		{"x?", "\xff", nil},
		{"{month}/{day}", "12/3", numbers{"month": 12, "day": 3}},
		{"{month}/{day}", "123/3", nil},
		{"{month}/{day}", "/3", nil},
		{"{month}{dd}", "123", numbers{"month": 1, "day": 23}},
		{"{mm}{day}", "123", numbers{"month": 12, "day": 3}},
		{"{month}日?{day}?", "12日", numbers{"month": 12}},
		{"{monthname}.?", "sept.", numbers{"month": 9}},
		{"{monthname}.?", "septe", nil},
		{"{weekday}日?x", "月曜日x", numbers{"weekday": 1}},
		{"{erayear}年", "元年", numbers{"erayear": 1}},
		{"{erayear}年", "12年", numbers{"erayear": 12}},
	} {
		got, ok := c.pattern.match(c.text)
		if ok != (c.want != nil) || ok && !maps.Equal(got, c.want) {
			t.Errorf("%q on %q: %v, %v; want %v", c.pattern, c.text, got, ok, c.want)
		}
	}
}

// Every placeholder of every form is known and no form has two of one key.
func TestPatternsAreSound(t *testing.T) {
	all := append([]pattern{leadingWeekday}, trailingWeekdays...)
	for _, f := range slices.Concat(sharedForms, englishForms, japaneseForms) {
		all = append(all, f.pattern)
	}
	for _, whole := range all {
		seen := map[string]bool{}
		for p := whole; p != ""; {
			var item string
			item, _, p = p.cut()
			if item[0] != '{' {
				continue
			}
			name := item[1 : len(item)-1]
			holder, ok := placeholders()[name]
			if holder.key != "" {
				name = holder.key
			}
			if !ok || seen[name] && name != "th" { // whose number nobody reads
				t.Errorf("%q: %s is unknown or not alone", whole, item)
			}
			seen[name] = true
		}
	}
}

// Words are spelt as folding leaves them, else they could never be met.
func TestWordsAreFolded(t *testing.T) {
	for name, holder := range placeholders() {
		for word := range holder.words {
			if folded := fold(word + "x"); folded != word+"x" || len(word) > longestWord {
				t.Errorf("%s: %q is too long or folded is %q", name, word, folded)
			}
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                "",
		"  May 2,  2022 ": "may 2 2022",
		"２０２２ー０５ー０２":      "2022-05-02",
		"２０２２・５・２":        "2022/5/2",
		"４月１日～五月二日（月）":    "4月1日~5月2日(月)",
		"二〇二二":            "2022",
		"二千二十二":           "2022",
		"千九百九十九":          "1999",
		"十":               "10",
		"〇二":              "02",
		"一昨日":             "一昨日",
		"二十一日前":           "21日前",
		"㋿元年㋄㏡":           "令和元年5月2日",
	} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}
