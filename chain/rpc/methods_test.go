package rpc

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/metrics"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

// method is one that clients can call.
type method struct {
	name   string // eth_call
	kind   string // of a subscription; the name is then eth_subscribe("logs")
	params []reflect.Type
}

var (
	contextType      = reflect.TypeFor[context.Context]()
	subscriptionType = reflect.TypeFor[*gethrpc.Subscription]()
)

// registered are the methods that geth's server finds in the services, by name.
func registered() (out []method) {
	a := &api{layouts: lru.NewCache[uint64, *batchLayout](1)}
	for _, s := range services(a) {
		value := reflect.TypeOf(s.service)
		for i := range value.NumMethod() {
			m := value.Method(i)
			name := []rune(m.Name)
			name[0] = unicode.ToLower(name[0])
			r := method{name: s.namespace + "_" + string(name)}
			if strings.HasPrefix(r.name, "zks_l1") {
				r.name = "zks_L1" + r.name[len("zks_l1"):] // see renameMethods
			}
			if m.Type.NumOut() > 0 && m.Type.Out(0) == subscriptionType {
				r.kind = string(name)
				r.name = fmt.Sprintf("%s_subscribe(%q)", s.namespace, r.kind)
			}
			for p := 1; p < m.Type.NumIn(); p++ {
				if m.Type.In(p) != contextType {
					r.params = append(r.params, m.Type.In(p))
				}
			}
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b method) int { return cmp.Compare(a.name, b.name) })
	return out
}

// TestMain lets geth's server count the calls of each method. When all tests ran and passed, a method that none of them got an answer from is a failure.
func TestMain(m *testing.M) {
	metrics.Enable()
	code := m.Run()
	if code == 0 && allTests() {
		if missing := testsAnswered(); len(missing) > 0 {
			fmt.Println("no test gets a result from:", strings.Join(missing, ", "))
			code = 1
		}
	}
	os.Exit(code)
}

// allTests says whether the flags select every test.
func allTests() bool {
	for _, name := range []string{"test.run", "test.skip", "test.fuzz", "test.list"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return false
		}
	}
	return true
}

// noResult are methods that always answer with an error, and why.
var noResult = map[string]string{
	"eth_sendTransaction": "the node holds no keys of users",
	"eth_sign":            "the node holds no keys of users",
	"eth_signTransaction": "the node holds no keys of users",
}

// testsAnswered gives the methods that had no result when the first fuzz target began: those run after the tests, and what they send is chance.
var testsAnswered = sync.OnceValue(unanswered)

func unanswered() (missing []string) {
	for _, m := range registered() {
		counted := strings.Replace(m.name, "zks_L1", "zks_l1", 1)
		outcome := "success"
		if noResult[m.name] != "" {
			outcome = "failure"
		}
		if m.kind != "" {
			continue // TestEverySubscription
		}
		if metrics.DefaultRegistry.Get("rpc/duration/"+counted+"/"+outcome) == nil {
			missing = append(missing, m.name)
		}
	}
	return missing
}

func TestRegistered(t *testing.T) {
	all := registered()
	if len(all) < 100 {
		t.Errorf("%d methods", len(all))
	}
	for i := range all {
		if i > 0 && all[i].name == all[i-1].name {
			t.Errorf("%s is there twice", all[i].name)
		}
	}
	for name := range noResult {
		if !slices.ContainsFunc(all, func(m method) bool { return m.name == name }) {
			t.Errorf("%s has no result, and is not there", name)
		}
	}
}
