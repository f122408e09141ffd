package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"lifelog/journal"
)

// A program that had the old file open and goes on writing into it after it
// was replaced does not write for nothing.
func TestSecondLook(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		root := t.TempDir()
		var kept []string
		d, err := Open(root, Options{State: t.TempDir(), Kept: func(path string) { kept = append(kept, path) }})
		if err != nil {
			t.Fatal(err)
		}
		path := root + "/2022/05/2022-05-02.md"
		put(t, path, "old\n")
		slow, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer slow.Close()
		save(t, d, day(t, "2022-05-02"), "new\n")
		time.Sleep(secondLook / 2)
		if _, err := slow.WriteString("from elsewhere\n"); err != nil {
			t.Fatal(err)
		}
		save(t, d, day(t, "2022-05-02"), "newer\n")
		if n := len(tree(t, root)); n != 5 {
			t.Errorf("before the second look: %q", tree(t, root))
		}
		time.Sleep(secondLook + 1)
		synctest.Wait()
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		if len(kept) != 1 || read(t, kept[0]) != "old\nfrom elsewhere\n" || !isCopy(kept[0]) {
			t.Errorf("kept %q", kept)
		}
		wantTree(t, root, "2022/", "2022/05/", "2022/05/"+filepath.Base(kept[0]), "2022/05/2022-05-02.md")
		if read(t, path) != "newer\n" {
			t.Errorf("the entry holds %q", read(t, path))
		}
	})
}

// A program that has emptied the file and takes longer than that to write does
// not write for nothing either.
func TestEmptiedFileIsWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		root := t.TempDir()
		var kept []string
		d, err := Open(root, Options{State: t.TempDir(), Kept: func(path string) { kept = append(kept, path) }})
		if err != nil {
			t.Fatal(err)
		}
		path := root + "/2022/05/2022-05-02.md"
		put(t, path, "old\n")
		slow, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer slow.Close()
		save(t, d, day(t, "2022-05-02"), "new\n")
		time.Sleep(5 * secondLook)
		if _, err := slow.WriteString("from elsewhere\n"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(secondLook + 1)
		synctest.Wait()
		if len(kept) != 1 || read(t, kept[0]) != "from elsewhere\n" {
			t.Fatalf("kept %q", kept)
		}

		put(t, path, "")
		save(t, d, day(t, "2022-05-02"), "newest\n")
		time.Sleep(strayAge + secondLook)
		synctest.Wait()
		wantTree(t, root, "2022/", "2022/05/", "2022/05/"+filepath.Base(kept[0]), "2022/05/2022-05-02.md")
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// What a kill leaves is swept, and what may be another's text is kept.
func TestSweep(t *testing.T) {
	root := t.TempDir()
	month := root + "/2022/05/"
	rev := func(text string) string { return string(journal.RevOf(text))[:12] }
	const long, now = "sl3k9a", "zzzzzz" // seconds to base 36: in 2024, and far ahead
	put(t, month+"2022-05-02.md", "entry\n")
	put(t, month+".2022-05-02.md.lifelog-"+long+"-00000001.tmp", "torn, never publi")
	put(t, month+".2022-05-02.md.lifelog-old-"+rev("replaced\n")+"-"+long+"-00000002.tmp", "replaced\n")
	put(t, month+".2022-05-02.md.lifelog-old-"+rev("other\n")+"-"+long+"-00000003.tmp", "theirs\n")
	put(t, month+".2022-05-02.md.lifelog-old-"+rev("other\n")+"-"+now+"-00000004.tmp", "theirs\n")
	put(t, month+".2022-05-02.md.lifelog-old-"+rev("other\n")+"-"+long+"-00000005.tmp", "")
	put(t, root+"/.2022-05-02.md.lifelog-"+long+"-00000006.tmp", "torn")
	young := month + tempName("2022-05-02.md")
	put(t, young, "being written")
	others := []string{month + ".2022-05-02.md.swp", month + ".hidden.tmp", root + "/.lifelog-" + long + "-00000007.tmp"}
	for _, path := range others {
		put(t, path, "not ours")
	}
	var kept []string
	d, err := Open(root, Options{State: t.TempDir(), Kept: func(path string) { kept = append(kept, path) }})
	if err != nil {
		t.Fatal(err)
	}
	ids, odd := listed(t, d)
	if len(ids) != 1 || len(odd) > 0 {
		t.Errorf("List = %q, %q", ids, odd)
	}
	if err := d.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(kept) == 0 || read(t, kept[0]) != "theirs\n" {
		t.Fatalf("kept %q", kept)
	}
	var want []string
	for _, path := range append(others, young, month+"2022-05-02.md", kept[0]) {
		rel, err := filepath.Rel(root, path)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, filepath.ToSlash(rel))
	}
	want = append(want, "2022/", "2022/05/")
	got := tree(t, root)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("after the sweep: %q\nwant %q", got, want)
	}
}
