namespace Factory;

public class Hall
{
    public static class Line
    {
        [Actor]
        public sealed partial class {|COERCE0001:Robot|}
        {
            private int _parts;

            [Handles] int Assemble(int parts) => _parts += parts;
        }

        public static async Task<int> RunAsync(ActorSystem system)
        {
            RobotRef robot = system.Spawn(Robot.Props(), "robot");
            int parts = await robot.AssembleAsync(3);
            return parts;
        }
    }
}
