package journal_test

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lifelog/journal"
)

const aPicture = "\xff\xd8\xff\xe0 a picture"

// The pictures that only a removed entry used go into the trash with it, and
// come back with it, however it comes back.
func TestPicturesGoAlong(t *testing.T) {
	files := map[string]string{
		"2022/05/2022-05-01.md": "![](../../assets/2022/2022-05-01-aaaaaaaa.jpg) ![[2022-05-01-bbbbbbbb.jpg]] ![](../../assets/2022/2022-05-01-cccccccc.jpg)\n" +
			"![](../../assets/2022/2022-05-01-dddddddd.jpg) ![](own.jpg) ![](../../assets/2022/missing.jpg) ![x](https://example.com/x.jpg)\n",
		"2022/05/2022-05-02.md": "<img src=\"/assets/2022/2022-05-01-cccccccc.jpg\">\n", "people/aki.md": "![](../assets/2022/2022-05-01-dddddddd.jpg)\n",
		"assets/2022/2022-05-01-aaaaaaaa.jpg": aPicture + "a", "assets/2022/2022-05-01-bbbbbbbb.jpg": aPicture + "b",
		"assets/2022/2022-05-01-cccccccc.jpg": aPicture + "c", "assets/2022/2022-05-01-dddddddd.jpg": aPicture + "d", "2022/05/own.jpg": aPicture,
		"assets/2022/2022-05-01-eeeeeeee.jpg": aPicture + "e",
	}
	without := maps.Clone(files)
	for _, name := range []string{"2022/05/2022-05-01.md", "assets/2022/2022-05-01-aaaaaaaa.jpg", "assets/2022/2022-05-01-bbbbbbbb.jpg"} {
		delete(without, name)
	}
	_, d, root := folder(t, files)
	j := journal.Open(d, func() time.Time { return now }) // which has read nothing
	remove := func() {
		t.Helper()
		v, err := j.Load(ctx, id(t, "2022-05-01"))
		if err == nil {
			err = j.Remove(ctx, v)
		}
		if err != nil || j.Unkept() != nil {
			t.Fatal(err)
		}
		same(t, "removed", filesIn(t, root), without)
	}
	remove()
	if _, err := j.TakeBackLast(ctx, id(t, "2022-05-01")); err != nil {
		t.Fatal(err)
	}
	same(t, "taken back", filesIn(t, root), files)

	remove()
	states, err := j.States(ctx, id(t, "2022-05-01"))
	if err != nil || len(states) == 0 {
		t.Fatal(states, err)
	}
	text, err := j.StateText(ctx, states[0])
	if err == nil {
		_, err = j.Restore(ctx, journal.Version{ID: id(t, "2022-05-01")}, text)
	}
	if err != nil || j.Unkept() != nil {
		t.Fatal(err)
	}
	same(t, "brought back from its history", filesIn(t, root), files)

	// Another file that has its name by then is not touched, and nothing is lost.
	remove()
	there := filepath.Join(root, "assets/2022/2022-05-01-aaaaaaaa.jpg")
	if err := os.WriteFile(there, []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := j.TakeBackLast(ctx, id(t, "2022-05-01")); err == nil {
		t.Error("it says that all is back")
	}
	if err := os.Remove(there); err != nil {
		t.Fatal(err)
	}
	if _, err := j.TakeBackLast(ctx, id(t, "2022-05-01")); err != nil {
		t.Fatal(err)
	}
	same(t, "taken back in the end", filesIn(t, root), files)

	// What leaves the trash takes them with it.
	remove()
	trash, err := j.Trashed(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, left := range trash {
		if err := d.Discard(ctx, left); err != nil {
			t.Fatal(err)
		}
	}
	state, err := filepath.Glob(filepath.Join(root, "../state/trash/*/*"))
	if err != nil || len(state) > 0 {
		t.Errorf("in the trash is still %q, %v", state, err)
	}
}

// Where there is another text of an entry, which may show them, pictures stay.
func TestPicturesStay(t *testing.T) {
	files := map[string]string{
		"2022/05/2022-05-01.md": "![](../../assets/2022/2022-05-01-aaaaaaaa.jpg)\n", "assets/2022/2022-05-01-aaaaaaaa.jpg": aPicture,
		"2022/05/2022-05-02.md": "x\n", "2022/05/2022-05-02.conflict-20220502-080000-box.md": "![](../../assets/2022/2022-05-01-aaaaaaaa.jpg)\n",
	}
	j, _, root := folder(t, files)
	v, err := j.Load(ctx, id(t, "2022-05-01"))
	if err == nil {
		err = j.Remove(ctx, v)
	}
	if err != nil {
		t.Fatal(err)
	}
	delete(files, "2022/05/2022-05-01.md")
	same(t, "removed", filesIn(t, root), files)
}
