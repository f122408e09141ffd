package journal

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unique"
)

// link is what stands within [[…]], or is the address of […](…).
type link struct {
	from, to int
	wiki     bool
}

// targets are where the links lead that may lead to entries.
func (s *scanner) targets() []string {
	var targets []string
	for _, l := range s.links {
		target := s.text[l.from:l.to]
		if l.wiki {
			target = wikiTarget(target)
		} else {
			target = addressTarget(target)
		}
		if target != "" {
			targets = append(targets, unique.Make(target).Value())
		}
	}
	slices.Sort(targets)
	return slices.Clip(slices.Compact(targets))
}

// shown are the files of the pictures that are not from the web.
func (s *scanner) shown() []string {
	var files []string
	for _, l := range s.pictures {
		target := s.text[l.from:l.to]
		if l.wiki {
			target = wikiTarget(target)
		} else {
			target = pictureTarget(target)
		}
		if target != "" {
			files = append(files, strings.Clone(target))
		}
	}
	slices.Sort(files)
	return slices.Clip(slices.Compact(files))
}

// wikiTarget is where [[…]] leads: what stands before the words that are shown
// instead.
func wikiTarget(inner string) string {
	target, _, _ := strings.Cut(strings.ReplaceAll(inner, `\|`, "|"), "|")
	return strings.TrimSpace(target)
}

// addressTarget is the entry to which the address in […](…) may lead; "" for
// addresses of the web, of pictures, and within the entry itself.
func addressTarget(address string) string {
	if inner, pointed := strings.CutPrefix(address, "<"); pointed {
		address, _, _ = strings.Cut(inner, ">")
	} else if at := strings.IndexAny(address, " \t\n"); at >= 0 { // the title of the link follows
		address = address[:at]
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || isPicture(u.Path) {
		return ""
	}
	if u.Fragment != "" {
		return u.Path + "#" + u.Fragment
	}
	return u.Path
}

// pictureTarget is the file that the address of a picture, as it is written,
// may lead to; "" for one of the web.
func pictureTarget(address string) string {
	if inner, pointed := strings.CutPrefix(address, "<"); pointed {
		address, _, _ = strings.Cut(inner, ">")
	} else if at := strings.IndexAny(address, " \t\n"); at >= 0 { // its title follows
		address = address[:at]
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || path.Base(u.Path) == "." {
		return ""
	}
	return address
}
