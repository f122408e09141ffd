package storetest

import (
	"math"
	"strings"
	"testing"
)

// The numbers that measurements rest on.
func TestCorpus(t *testing.T) {
	const n = 2000
	count := make([]int, len(Planted))
	total, front, task, link := 0, 0, 0, 0
	want := 20261121 // the first ID, as a number that goes down
	for v := range Corpus(n) {
		if v.Rev == "" || v.Text == "" {
			t.Fatalf("%v is empty", v.ID)
		}
		day := 0
		for _, c := range v.ID.Date.String() {
			if c != '-' {
				day = day*10 + int(c-'0')
			}
		}
		if day > want {
			t.Fatalf("%v comes after %d", v.ID, want)
		}
		want = day - 1
		total += len(v.Text)
		for i, p := range Planted {
			if strings.Contains(strings.ToLower(v.Text), p.Word) {
				count[i]++
			}
		}
		front += strings.Count(v.Text[:4], "---\n")
		task += strings.Count(v.Text, "\n- [ ] ")
		link += strings.Count(v.Text, "\n[[20")
	}
	if mean := total / n; mean < 1900 || mean > 2300 {
		t.Errorf("an entry has %d bytes on average, want about 2,100", mean)
	}
	for i, p := range Planted {
		share := p.Share
		if p.Word == "雨" {
			share += 0.01 // it is in 雨の日
		}
		got, off := float64(count[i])/n, 4*math.Sqrt(share/n) // four standard deviations
		if math.Abs(got-share) > off {
			t.Errorf("%s is in %.3f %% of the entries, want %.3f %%", p.Word, 100*got, 100*share)
		}
	}
	if front < n/20 || task < n/10 || link < n/10 {
		t.Errorf("%d front matters, %d tasks, %d links: too few", front, task, link)
	}
}

func TestCorpusIsTheSame(t *testing.T) {
	var first []string
	for v := range Corpus(50) {
		first = append(first, string(v.Rev))
	}
	i := 0
	for v := range Corpus(20) {
		if string(v.Rev) != first[i] {
			t.Fatalf("%v differs the second time", v.ID)
		}
		i++
	}
	const known = "a5fdbc6a52e75665" // the Rev of the newest entry: it may only change on purpose
	if first[0][:16] != known {
		t.Errorf("the newest entry has Rev %s, want %s", first[0][:16], known)
	}
}
