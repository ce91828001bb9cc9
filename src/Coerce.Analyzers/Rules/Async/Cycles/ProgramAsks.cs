using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>What all members of a program ask, call and spawn.</summary>
internal sealed class ProgramAsks
{
    private readonly ConcurrentBag<MemberAsks> _members = [];

    internal void Add(MemberAsks member)
    {
        if (member != MemberAsks.None)
        {
            _members.Add(member);
        }
    }

    /// <summary>What each handler asks, itself or in the methods that it calls.</summary>
    internal IEnumerable<AskEdge> Edges(string assembly)
    {
        var methods = _members.ToLookup(static member => member.Method, StringComparer.Ordinal);
        foreach (var member in _members)
        {
            if (member.Actor is { } actor)
            {
                foreach (var (asked, message, location) in Reach(member, methods, []))
                {
                    yield return new AskEdge(actor, member.Handled, asked, message, location, assembly);
                }
            }
        }
    }

    /// <summary>The actors of which there is one alone: each place that spawns them gives the same constant id.</summary>
    internal HashSet<string> OnlyOnes()
        => new(
            _members
                .SelectMany(static member => member.Spawns)
                .GroupBy(static spawn => spawn.Actor, static spawn => spawn.Id, StringComparer.Ordinal)
                .Where(static spawns => spawns.Distinct(StringComparer.Ordinal).Count() == 1 && spawns.First().Length > 0)
                .Select(static spawns => spawns.Key),
            StringComparer.Ordinal);

    private static IEnumerable<(string Asked, string Message, Location Location)> Reach(
        MemberAsks member, ILookup<string, MemberAsks> methods, HashSet<MemberAsks> seen)
        => seen.Add(member)
            ? member.Asks.Concat(member.Calls.SelectMany(called => methods[called]).SelectMany(called => Reach(called, methods, seen)))
            : [];
}
