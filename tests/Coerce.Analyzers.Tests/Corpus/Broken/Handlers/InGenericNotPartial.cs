namespace Nested;

public class Repository<TEntity>
    where TEntity : class, new()
{
    [Actor]
    public sealed partial class {|COERCE0001:Keeper|}(int capacity)
    {
        private readonly List<TEntity> _all = new(capacity);

        [Handles] TEntity Make()
        {
            var entity = new TEntity();
            _all.Add(entity);
            return entity;
        }
    }
}
